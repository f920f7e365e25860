"""What people and programs do to a store after reading: they judge it, read it again, and prove it."""
