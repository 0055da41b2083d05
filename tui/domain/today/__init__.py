"""What a day asks for: what is open, the acts worth taking, and what became of them."""
