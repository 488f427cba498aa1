"""How fast the JSON API is, as ratios within one run on one machine: `script/bench`."""
