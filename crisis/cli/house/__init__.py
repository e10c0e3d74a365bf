"""Making a desk, carrying it elsewhere, and the folder for a telephone."""
