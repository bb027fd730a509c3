"""Training of the attribution model; needs torch, never imported at run time."""
