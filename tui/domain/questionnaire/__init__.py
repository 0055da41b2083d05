"""The questionnaire, answering it, and where one stopped."""
