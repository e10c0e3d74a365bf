"""What runs by itself: the daemon, the demo, and rehearsals on the screen."""
