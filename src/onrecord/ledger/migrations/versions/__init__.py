"""The steps, the oldest first; what a step says is never changed once it was released."""
