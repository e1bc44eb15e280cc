"""Facts as data: releases, items, regions."""
