"""Records and rules: frozen values and pure functions, with `today` as an argument."""
