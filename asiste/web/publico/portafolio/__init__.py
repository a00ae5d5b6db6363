"""The portfolio and the service agreements of the three direcciones, as pages and as documents."""
