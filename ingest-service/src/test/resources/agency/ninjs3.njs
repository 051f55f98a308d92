{"standard": {"name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"},
 "uri": "urn:newsml:southwire.example:20260301:ab-17", "contentcreated": "2026-03-01T01:00:00Z", "versioncreated": "2026-03-01T02:30:00Z", "version": "5", "type": "text", "pubstatus": "usable", "urgency": 2, "language": "en-AU",
 "headlines": [{"role": "short", "value": "Ferry aground"}, {"role": "main", "value": "Ferry with 80 on board runs aground"}, {"role": "subtitle", "value": "All passengers safe"}],
 "slugline": "FERRY SKERRY", "by": "Mei Tanaka in Port Esker", "located": "Port Esker",
 "bodies": [{"role": "summary", "contenttype": "text/plain", "value": "A ferry ran aground."}, {"role": "main", "contenttype": "text/html", "value": "<p>A ferry ran aground off Skerry Point on Sunday.</p><p>\"Everyone is safe,\" Captain Ngaire Holt said.</p>"}],
 "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000151", "rel": "about", "name": "maritime accident"}, {"uri": "http://southwire.example/cat/n", "literal": "N"}],
 "infosources": [{"name": "South Wire", "rel": "distributor"}], "keywords": ["ferry", "Skerry Point"],
 "rightsinfo": {"langid": "x"}, "copyrightholder": "South Wire", "usageterms": "Not for use in NZ", "ednote": "UPDATES with captain's quote"}
