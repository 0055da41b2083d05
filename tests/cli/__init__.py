"""The command line, mostly run inside the test's own process."""
