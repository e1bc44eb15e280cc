"""Documents: parsing with positions, addresses, and views for rules."""
