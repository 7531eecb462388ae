"""Reports in other languages than English; their words stand in gettext catalogues, `<code>.po`."""
