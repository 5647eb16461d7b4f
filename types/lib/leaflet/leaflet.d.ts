// wwwroot/lib/leaflet/leaflet.js sets the global L; js/map/leaflet.js gives it its type.
export {};
