"""What is done with a focalised plan and with the indicators."""
