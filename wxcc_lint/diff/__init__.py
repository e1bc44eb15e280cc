"""What really differs between two configurations."""
