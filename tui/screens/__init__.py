"""Pages and guided screens, one a file; none imports another."""
