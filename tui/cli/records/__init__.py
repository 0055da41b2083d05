"""Commands over records, made from the fields of their classes."""
