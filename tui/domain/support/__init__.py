"""How far needs are covered, by whom, what rests on one alone, and whom to ask."""
