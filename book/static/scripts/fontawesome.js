// Stands in for the theme's icon script (1.5 MB): book.css draws the few icons that the site uses.
