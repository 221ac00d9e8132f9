"""The interview: what comes next, which route fits, and drafts of what was answered."""
