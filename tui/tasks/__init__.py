"""What a person does with a record: asked for in a form or a dialog, saved, and told of."""
