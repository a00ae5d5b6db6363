"""Filing number, queue, allocation, deadline, proceedings and close."""
