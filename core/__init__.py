"""What all apps share. The version of the whole software stands here and nowhere else."""

__version__ = "1.0.0"
