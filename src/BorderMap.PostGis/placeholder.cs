namespace BorderMap.PostGis;
