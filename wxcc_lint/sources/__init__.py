"""Where configurations come from: files, folders, archives, git, snapshots of orgs, and the vendor's own."""
