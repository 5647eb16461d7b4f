// The same incidents by libraries that one would take otherwise, each used as its documentation says.
const DAY = 86_400_000;
const map = L.map('map', { preferCanvas: true, minZoom: 5, maxZoom: 14, zoomControl: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false }).setView([33, 69], 6.25);

const peers = {
  markercluster(features) {
    const markers = features.map(({ geometry: { coordinates: [lon, lat] }, properties: { title } }) => L.marker([lat, lon], { title }));
    const group = L.markerClusterGroup({ animate: false }).addTo(map);
    return (shown) => { group.clearLayers(); group.addLayers(shown.map((at) => markers[at])); };
  },
  canvas(features) {
    const markers = features.map(({ geometry: { coordinates: [lon, lat] } }) => L.circleMarker([lat, lon], { radius: 4, weight: 1 }));
    const group = L.layerGroup().addTo(map);
    return (shown) => { group.clearLayers(); for (const at of shown) group.addLayer(markers[at]); };
  },
  supercluster(features) {
    const group = L.layerGroup().addTo(map);
    return (shown) => {
      const index = new Supercluster({ radius: 56, maxZoom: 14 }).load(shown.map((at) => features[at]));
      const bounds = map.getBounds();
      group.clearLayers();
      for (const { geometry: { coordinates: [lon, lat] }, properties } of index.getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], map.getZoom())) {
        L.circleMarker([lat, lon], { radius: properties.cluster ? 8 + 2 * Math.log2(properties.point_count) : 4, weight: 1 }).addTo(group);
      }
    };
  },
};

async function load() {
  const { features } = await (await fetch('data.json')).json();
  const located = features.filter(({ geometry }) => geometry);
  const days = located.map(({ properties }) => Date.parse(properties.date_start) / DAY);
  const order = [...located.keys()].sort((a, b) => days[a] - days[b]);
  const show = peers[new URLSearchParams(location.search).get('peer')](located);
  const below = (day) => { let low = 0; let high = order.length; while (low < high) { const middle = (low + high) >> 1; if (days[order[middle]] < day) low = middle + 1; else high = middle; } return low; };
  window.show = (first, last) => show(order.slice(below(first), below(last + 1)));
  show(order);
  document.getElementById('map').dataset.shown = located.length;
}
load();
