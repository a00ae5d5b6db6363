"""Getting the platform on its feet: preparing, serving, and telling what it fulfils."""
