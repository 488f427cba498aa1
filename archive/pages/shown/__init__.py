"""What pages show: plain data made of published records, ready for templates that decide nothing."""
