"""What a goal needs: finding it out, then and now, and the story of the goal."""
