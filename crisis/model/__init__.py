"""The frozen values that flow left to right through everything; no behaviour beyond reading themselves."""
