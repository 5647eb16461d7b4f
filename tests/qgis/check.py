"""Adds collections of OGC API - Features to QGIS as a user would, reads every feature and holds count and types against the service."""
import json
import sys
import time
import urllib.request

from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsWkbTypes



def ask(url):
    request = urllib.request.Request(url, headers={"Accept": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def check(service, collection):
    """Faults of one collection, and what was read."""
    described = ask(f"{service}/collections/{collection}")
    expected = described["itemCount"]
    schema = ask(f"{service}/collections/{collection}/schema")["properties"]
    layer = QgsVectorLayer(f"url='{service}' typename='{collection}' pagingEnabled='true'", collection, "OAPIF")
    if not layer.isValid():
        return [f"the layer is not valid: {layer.error().message()}"], ""
    faults = []
    if layer.featureCount() != expected:
        faults.append(f"QGIS counts {layer.featureCount()}, the service {expected}")
    shape = schema["geometry"]["format"].removeprefix("geometry-")
    if QgsWkbTypes.displayString(layer.wkbType()).lower() != shape:
        faults.append(f"geometry is {QgsWkbTypes.displayString(layer.wkbType())}, not {shape}")
    names = [field.name() for field in layer.fields()]
    faults += [f"the field {name} is missing" for name in schema if name != "geometry" and name not in names]
    started = time.time()
    ids = set()
    rows = 0
    for feature in layer.getFeatures(QgsFeatureRequest()):
        rows += 1
        ids.add(feature["id"])
    seconds = time.time() - started
    if rows != expected or len(ids) != expected:
        faults.append(f"{rows} features with {len(ids)} ids were read of {expected}")
    box = described["extent"]["spatial"]["bbox"][0]
    middle = QgsRectangle(box[0], box[1], (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    inside = ask(f"{service}/collections/{collection}/items?limit=1&bbox={middle.xMinimum()},{middle.yMinimum()},{middle.xMaximum()},{middle.yMaximum()}")["numberMatched"]
    found = sum(1 for _ in layer.getFeatures(QgsFeatureRequest().setFilterRect(middle).setFlags(QgsFeatureRequest.ExactIntersect)))
    # The service gives what has no geometry too; QGIS draws none of it.
    if found > inside:
        faults.append(f"{found} features in the box, the service has {inside}")
    types = ", ".join(f"{field.name()} {field.typeName()}" for field in layer.fields() if schema.get(field.name(), {}).get("format"))
    return faults, f"{rows} features in {seconds:.1f} s; {types}"


def main():
    if len(sys.argv) < 2:
        print("usage: tests/qgis/check SERVICE [COLLECTION ...]", file=sys.stderr)
        return 2
    service = sys.argv[1].rstrip("/")
    collections = sys.argv[2:] or [collection["id"] for collection in ask(f"{service}/collections")["collections"]]
    application = QgsApplication([], False)
    application.initQgis()
    failed = False
    for collection in collections:
        faults, read = check(service, collection)
        print(f"{'FAULT' if faults else 'ok   '} {collection}: {'; '.join(faults) or read}")
        failed = failed or bool(faults)
    application.exitQgis()
    return 1 if failed else 0


sys.exit(main())
