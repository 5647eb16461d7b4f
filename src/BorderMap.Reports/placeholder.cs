namespace BorderMap.Reports;
