{"guid": "southwire-2026-88", "version": 6, "versioncreated": "2026-03-01T03:30:00+0000", "type": "text", "pubstatus": "canceled", "headline": "Ferry with 80 on board runs aground", "body_text": ""}
