"""The directory: finding supporters, telling them apart, and joining two that are one."""
