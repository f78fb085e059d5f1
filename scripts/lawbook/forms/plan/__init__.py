"""What the checks of a pilot city's plan look for in its words. Knows ``forms``."""
