"""How people reach Onrecord: the command line and the web pages. No knowledge of their own."""
