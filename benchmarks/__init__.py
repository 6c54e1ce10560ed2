"""What is measured, and how. `make bench` runs it and keeps the figures in `benchmarks/results/`."""
