"""A collection for a repository: an RO-Crate in a BagIt bag, its metadata in DataCite's form and in Dublin Core."""
