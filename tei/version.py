"""The version of the program, written into every edition."""

VERSION = "0.1.0"
