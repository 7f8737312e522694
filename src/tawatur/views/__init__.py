"""What people look at, as plain values: the same for the command line, the web and exports."""
