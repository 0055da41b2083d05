"""The ids of the words records hold. What people read for them is in `data/`."""

from typing import Literal, get_args

Kind = Literal[
    "encouragement",
    "emotional",
    "guidance",
    "accountability",
    "feedback",
    "practical",
    "belonging",
    "celebration",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Strength = Literal[0, 1, 2, 3]  # no, could, sometimes, reliably
HOLDS = 2
"""From this strength on somebody holds a kind: they give it sometimes, or reliably."""

Importance = Literal[0, 1, 2, 3]
Coverage = Literal[0, 1, 2, 3]
Control = Literal[0, 1, 2, 3, 4]
Strain = Literal[0, 1, 2, 3, 4]
Band = Literal["open", "thin", "ok"]  # of a gap, widest first
Cover = Literal["none", "weak", "fair", "good"]  # of a kind, by the people in the directory
Size = Literal[1, 2, 3]
Level = Literal[-2, -1, 0, 1, 2]

Relationship = Literal[
    "friend", "family", "partner", "colleague", "mentor", "peer", "group", "community", "professional"
]
Circle = Literal["inner", "middle", "outer"]
SupporterState = Literal["candidate", "active", "paused", "ended"]
Channel = Literal["call", "text", "mail", "video", "in-person"]

Ownership = Literal["mine", "shared", "others"]
Stage = Literal["idea", "started", "moving", "stuck", "keeping"]
GoalState = Literal["active", "paused", "done", "let-go"]
Audience = Literal["nobody", "one", "circle", "anyone"]
Praise = Literal["yes", "bit", "no"]
ReportRhythm = Literal["weekly", "fortnightly", "monthly", "milestones"]
HelpStyle = Literal["ask_me", "options", "tell_me"]

Form = Literal["full", "short", "again", "profile"]

FeedbackForm = Literal["keep", "stop", "start", "next-time"]
About = Literal["task", "way", "person"]
Verdict = Literal["accept", "adapt", "park", "decline"]
Change = Literal["approach", "measure", "date", "scope", "pause", "let-go"]

Direction = Literal["given", "received", "both"]
AskState = Literal["drafted", "sent", "yes", "no", "later", "silent"]
OfferState = Literal["drafted", "offered", "promised", "kept", "declined", "dropped"]
Balance = Literal["too-early", "even", "received-more", "given-more"]  # what passed between two, over 90 days
Loop = Literal["ask", "ask-later", "to-ask", "promise", "offer", "follow-up"]  # what is open between people
