"""The records the store holds, and the network they make together."""
