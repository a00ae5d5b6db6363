"""Sessions of every modality: availability, invitations, attendance, minutes and commitments."""
