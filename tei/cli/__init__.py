"""The command line: one short function per command, which hands its arguments to the library and shows the result."""
