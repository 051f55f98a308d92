{
  "uri": "http://nordbyran.example/text/260301-ferry-9912", "type": "text", "mimetype": "text/html", "version": "2", "versioncreated": "2026-03-01T11:20:00+01:00",
  "pubstatus": "usable", "urgency": 3, "language": "sv", "headline": "Färja på grund utanför Skärudden", "slug": "färja", "located": "Eskerhamn",
  "bylines": [{"byline": "Ylva Sandahl", "role": "Text", "email": "y@nordbyran.example", "affiliation": "NB"}, {"byline": "Olle Krantz", "role": "Foto"}],
  "copyrightholder": "NB Nyhetsbyrån",
  "subject": [{"code": "20000151", "scheme": "http://cv.iptc.org/newscodes/mediatopic/", "name": "sjöolycka"}, {"code": "nbc-inr", "scheme": "nb", "name": "Inrikes"}],
  "body_html5": "<h1>Färja på grund utanför Skärudden</h1><p class=\"dat\">Eskerhamn</p><p>En färja gick på söndagen på grund. Ingen skadades.</p><p>– Alla är i land, säger räddningsledaren.</p>",
  "description_text": "En färja gick på grund.",
  "associations": {"a000": {"type": "picture", "uri": "http://nordbyran.example/media/1", "headline": "Färjan", "description_text": "Färjan på grundet.", "byline": "Olle Krantz/NB",
     "renditions": {"r01": {"usage": "Thumbnail", "width": 256, "href": "https://pics.nordbyran.example/1_256.jpg"}, "r00": {"usage": "Preview", "width": 1024, "href": "https://pics.nordbyran.example/1_1024.jpg"}}}}
}
