-- A store of version 1 (two articles of tests/stored.py), as the program made it that knew no other.
CREATE TABLE actors (
  article VARCHAR NOT NULL,
  id VARCHAR NOT NULL,
  country VARCHAR(3),
  body JSON NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "actors" VALUES('a-4b843dfd9664','person:sergei-lavrov','RUS','{"id":"person:sergei-lavrov","name":"Sergei Lavrov","kind":"person","names":["Sergei Lavrov","Lavrov"],"country":"RUS","offices":[{"title":"foreign minister","of":"Russia","since":null,"until":null}]}');
INSERT INTO "actors" VALUES('a-4b843dfd9664','person:jean-yves-le-drian','FRA','{"id":"person:jean-yves-le-drian","name":"Jean-Yves Le Drian","kind":"person","names":["Jean-Yves Le Drian","Le Drian"],"country":"FRA","offices":[]}');
INSERT INTO "actors" VALUES('a-4b843dfd9664','person:emmanuel-macron','FRA','{"id":"person:emmanuel-macron","name":"Emmanuel Macron","kind":"person","names":["Emmanuel Macron","Macron"],"country":"FRA","offices":[]}');
INSERT INTO "actors" VALUES('a-4b843dfd9664','person:vladimir-putin','RUS','{"id":"person:vladimir-putin","name":"Vladimir Putin","kind":"person","names":["Vladimir Putin","Putin"],"country":"RUS","offices":[]}');
INSERT INTO "actors" VALUES('a-4b843dfd9664','state:france','FRA','{"id":"state:france","name":"France","kind":"state","names":["France","Paris"],"country":"FRA","offices":[]}');
INSERT INTO "actors" VALUES('a-4b843dfd9664','state:russia','RUS','{"id":"state:russia","name":"Russia","kind":"state","names":["Russia","Moscow"],"country":"RUS","offices":[]}');
INSERT INTO "actors" VALUES('a-4b843dfd9664','state:syria','SYR','{"id":"state:syria","name":"Syria","kind":"state","names":["Syria","Damascus"],"country":"SYR","offices":[]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','person:sergei-lavrov','RUS','{"id":"person:sergei-lavrov","name":"Sergei Lavrov","kind":"person","names":["Sergei Lavrov","Lavrov"],"country":"RUS","offices":[{"title":"foreign minister","of":"Russia","since":null,"until":null}]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','person:jean-yves-le-drian','FRA','{"id":"person:jean-yves-le-drian","name":"Jean-Yves Le Drian","kind":"person","names":["Jean-Yves Le Drian","Le Drian"],"country":"FRA","offices":[]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','person:emmanuel-macron','FRA','{"id":"person:emmanuel-macron","name":"Emmanuel Macron","kind":"person","names":["Emmanuel Macron","Macron"],"country":"FRA","offices":[]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','person:vladimir-putin','RUS','{"id":"person:vladimir-putin","name":"Vladimir Putin","kind":"person","names":["Vladimir Putin","Putin"],"country":"RUS","offices":[]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','state:france','FRA','{"id":"state:france","name":"France","kind":"state","names":["France","Paris"],"country":"FRA","offices":[]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','state:russia','RUS','{"id":"state:russia","name":"Russia","kind":"state","names":["Russia","Moscow"],"country":"RUS","offices":[]}');
INSERT INTO "actors" VALUES('a-e06377afe4c8','state:syria','SYR','{"id":"state:syria","name":"Syria","kind":"state","names":["Syria","Damascus"],"country":"SYR","offices":[]}');
CREATE TABLE articles (
  id VARCHAR NOT NULL,
  page VARCHAR NOT NULL,
  url VARCHAR,
  source VARCHAR,
  title VARCHAR,
  published VARCHAR,
  language VARCHAR NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  characters INTEGER NOT NULL,
  text TEXT NOT NULL,
  blocks JSON NOT NULL,
  company JSON NOT NULL,
  notices JSON NOT NULL,
  PRIMARY KEY (id)
);
INSERT INTO "articles" VALUES('a-4b843dfd9664','paris.txt',NULL,'Riverside Gazette','Ministers talk','2017-07-07','en','d1c798abe0693ec7d795fdd927f00389f8c3ae3d7609f92c0b54ae243f767f8e',86,'Lavrov met Le Drian in Paris on Thursday. “We oppose chemical weapons,” Le Drian said.','[["paragraph",0,86]]','["person:emmanuel-macron","person:jean-yves-le-drian","person:sergei-lavrov","person:vladimir-putin","state:france","state:russia","state:syria"]','[]');
INSERT INTO "articles" VALUES('a-e06377afe4c8','undated.txt',NULL,NULL,NULL,NULL,'en','0ac147e2e40beba0e0bec3ca5269136a5700f1c5a231343bf8609a6c37637d86',64,'Le Drian hosted Lavrov in Paris. Russia accused France of delay.','[["paragraph",0,64]]','["person:emmanuel-macron","person:jean-yves-le-drian","person:sergei-lavrov","person:vladimir-putin","state:france","state:russia","state:syria"]','[]');
CREATE TABLE claims (
  number INTEGER NOT NULL,
  id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  record VARCHAR NOT NULL,
  chain VARCHAR NOT NULL,
  silent BOOLEAN NOT NULL,
  since VARCHAR(10),
  until VARCHAR(10),
  body JSON NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "claims" VALUES(1,'m-00e990533422','meeting','a-4b843dfd9664','meeting-1c59fabd6321','m-00e990533422',0,'2017-07-06','2017-07-06','{"participants":["person:sergei-lavrov","person:jean-yves-le-drian"],"form":"meeting","status":"held","date":"2017-07-06","place":"Paris","topics":[]}');
INSERT INTO "claims" VALUES(2,'s-8888ef88b2e2','statement','a-4b843dfd9664','statement-aabe7adff41d','s-8888ef88b2e2',0,'2017-07-07','2017-07-07','{"kind":"direct","speakers":["person:jean-yves-le-drian"],"addressee":["person:sergei-lavrov"],"topics":["Syria"],"said_on":null,"place":null}');
INSERT INTO "claims" VALUES(3,'r-57337621335b','relation','a-4b843dfd9664','relation-5ac63b4be39f','relation|sergei lavrov|holds_office|foreign minister russia',0,'2017-07-07','2017-07-07','{"subject":"person:sergei-lavrov","predicate":"holds_office","object":"foreign minister of Russia","since":null,"until":null}');
INSERT INTO "claims" VALUES(4,'m-7a90fda67c82','meeting','a-e06377afe4c8','meeting-1c59fabd6321','m-00e990533422',0,NULL,NULL,'{"participants":["person:jean-yves-le-drian","person:sergei-lavrov"],"form":"meeting","status":"held","date":null,"place":"Paris","topics":[]}');
INSERT INTO "claims" VALUES(5,'e-df5c33fb8384','event','a-e06377afe4c8','event-9006b94fc5ef','e-df5c33fb8384',0,NULL,NULL,'{"type":"ACCUSE","mode":null,"contexts":[],"actors":["state:russia"],"recipients":["state:france"],"date":null,"place":null,"status":"asserted","attributed_to":[],"confidence":null}');
CREATE TABLE evidence (
  claim INTEGER NOT NULL,
  role VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  PRIMARY KEY (claim, role, position),
  FOREIGN KEY(claim) REFERENCES claims (number) ON DELETE CASCADE
);
INSERT INTO "evidence" VALUES(1,'evidence',0,0,28,'Lavrov met Le Drian in Paris');
INSERT INTO "evidence" VALUES(2,'evidence',0,43,70,'We oppose chemical weapons,');
INSERT INTO "evidence" VALUES(2,'cue',0,81,85,'said');
INSERT INTO "evidence" VALUES(3,'evidence',0,0,6,'Lavrov');
INSERT INTO "evidence" VALUES(4,'evidence',0,0,22,'Le Drian hosted Lavrov');
INSERT INTO "evidence" VALUES(5,'evidence',0,33,64,'Russia accused France of delay.');
CREATE TABLE keys (
  claim INTEGER NOT NULL,
  text BIGINT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (claim, text),
  FOREIGN KEY(claim) REFERENCES claims (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "keys" VALUES(5,-7686149933351811870,1,3652059);
INSERT INTO "keys" VALUES(2,-7477187600536344428,736507,736527);
INSERT INTO "keys" VALUES(2,-3206677539144373069,736507,736527);
INSERT INTO "keys" VALUES(4,-380418102416013426,1,3652059);
INSERT INTO "keys" VALUES(1,-380418102416013426,736515,736517);
INSERT INTO "keys" VALUES(4,2063436235837303424,1,3652059);
INSERT INTO "keys" VALUES(1,2063436235837303424,736515,736517);
INSERT INTO "keys" VALUES(2,2923384885529935690,736507,736527);
INSERT INTO "keys" VALUES(2,3844868032361169541,736507,736527);
INSERT INTO "keys" VALUES(2,6196311447916272035,736507,736527);
INSERT INTO "keys" VALUES(2,6789931931459903681,736507,736527);
CREATE TABLE names (
  actor VARCHAR NOT NULL,
  folded VARCHAR NOT NULL,
  PRIMARY KEY (actor, folded)
);
INSERT INTO "names" VALUES('person:emmanuel-macron',' emmanuel macron ');
INSERT INTO "names" VALUES('person:emmanuel-macron',' macron ');
INSERT INTO "names" VALUES('person:jean-yves-le-drian',' jean yves le drian ');
INSERT INTO "names" VALUES('person:jean-yves-le-drian',' le drian ');
INSERT INTO "names" VALUES('person:sergei-lavrov',' lavrov ');
INSERT INTO "names" VALUES('person:sergei-lavrov',' sergei lavrov ');
INSERT INTO "names" VALUES('person:vladimir-putin',' putin ');
INSERT INTO "names" VALUES('person:vladimir-putin',' vladimir putin ');
INSERT INTO "names" VALUES('state:france',' france ');
INSERT INTO "names" VALUES('state:france',' paris ');
INSERT INTO "names" VALUES('state:russia',' moscow ');
INSERT INTO "names" VALUES('state:russia',' russia ');
INSERT INTO "names" VALUES('state:syria',' damascus ');
INSERT INTO "names" VALUES('state:syria',' syria ');
CREATE TABLE outcomes (
  location VARCHAR NOT NULL,
  page VARCHAR(64) NOT NULL,
  articles JSON NOT NULL,
  refusals JSON NOT NULL,
  notices JSON NOT NULL,
  fetched VARCHAR,
  PRIMARY KEY (location, page)
);
INSERT INTO "outcomes" VALUES('paris.txt','d1c798abe0693ec7d795fdd927f00389f8c3ae3d7609f92c0b54ae243f767f8e','["a-4b843dfd9664"]','[]','[]',NULL);
INSERT INTO "outcomes" VALUES('undated.txt','0ac147e2e40beba0e0bec3ca5269136a5700f1c5a231343bf8609a6c37637d86','["a-e06377afe4c8"]','[]','[]',NULL);
CREATE TABLE pages (
  sha256 VARCHAR(64) NOT NULL,
  media_type VARCHAR,
  charset VARCHAR,
  size INTEGER NOT NULL,
  content BLOB,
  PRIMARY KEY (sha256)
);
INSERT INTO "pages" VALUES('d1c798abe0693ec7d795fdd927f00389f8c3ae3d7609f92c0b54ae243f767f8e',NULL,NULL,90,X'789CF3492C2BCA2F53C84D2D51F049557029CA4CCC53C8CC5308482CCA2C56C8CF5308C9282D2A4E49ACD45378D430273C5521BFA020BF3855213923353733393147A13C35B1203FAF58E751C35C8401C58999297A00DE8F2171');
INSERT INTO "pages" VALUES('0ac147e2e40beba0e0bec3ca5269136a5700f1c5a231343bf8609a6c37637d86',NULL,NULL,64,X'789CF349557029CA4CCC53C8C82F2E494D51F0492C2BCA2F53C8CC5308482CCA2CD653082A2D2ECE4C54484C4E2E2D06CABB1525E625A72AE4A729A4A4E62456EA0100DCB71695');
CREATE TABLE parts (
  claim INTEGER NOT NULL,
  role VARCHAR NOT NULL,
  actor VARCHAR NOT NULL,
  PRIMARY KEY (claim, role, actor),
  FOREIGN KEY(claim) REFERENCES claims (number) ON DELETE CASCADE
);
INSERT INTO "parts" VALUES(1,'participant','person:jean-yves-le-drian');
INSERT INTO "parts" VALUES(1,'participant','person:sergei-lavrov');
INSERT INTO "parts" VALUES(2,'addressee','person:sergei-lavrov');
INSERT INTO "parts" VALUES(2,'speaker','person:jean-yves-le-drian');
INSERT INTO "parts" VALUES(3,'object','foreign minister of Russia');
INSERT INTO "parts" VALUES(3,'subject','person:sergei-lavrov');
INSERT INTO "parts" VALUES(4,'participant','person:jean-yves-le-drian');
INSERT INTO "parts" VALUES(4,'participant','person:sergei-lavrov');
INSERT INTO "parts" VALUES(5,'actor','state:russia');
INSERT INTO "parts" VALUES(5,'recipient','state:france');
CREATE TABLE records (
  id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  lead VARCHAR NOT NULL,
  body JSON NOT NULL,
  discrepancies JSON NOT NULL,
  PRIMARY KEY (id)
);
INSERT INTO "records" VALUES('relation-5ac63b4be39f','relation','r-57337621335b','{"subject":"person:sergei-lavrov","predicate":"holds_office","object":"foreign minister of Russia","since":null,"until":null}','[]');
INSERT INTO "records" VALUES('statement-aabe7adff41d','statement','s-8888ef88b2e2','{"kind":"direct","speakers":["person:jean-yves-le-drian"],"addressee":["person:sergei-lavrov"],"topics":["Syria"],"said_on":null,"place":null}','[]');
INSERT INTO "records" VALUES('event-9006b94fc5ef','event','e-df5c33fb8384','{"type":"ACCUSE","mode":null,"contexts":[],"actors":["state:russia"],"recipients":["state:france"],"date":null,"place":null,"status":"asserted","attributed_to":[],"confidence":null}','[]');
INSERT INTO "records" VALUES('meeting-1c59fabd6321','meeting','m-00e990533422','{"participants":["person:sergei-lavrov","person:jean-yves-le-drian"],"form":"meeting","status":"held","date":"2017-07-06","place":"Paris","topics":[]}','[]');
CREATE TABLE revision (
  number INTEGER NOT NULL,
  PRIMARY KEY (number)
);
INSERT INTO "revision" VALUES(2);
CREATE TABLE schema_version (
  version INTEGER NOT NULL,
  PRIMARY KEY (version)
);
INSERT INTO "schema_version" VALUES(1);
CREATE INDEX records_by_kind ON records (kind);
CREATE INDEX actors_by_id ON actors (id);
CREATE INDEX actors_by_country ON actors (country);
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_record ON claims (record);
CREATE INDEX claims_by_chain ON claims (chain, silent);
CREATE INDEX parts_by_actor ON parts (actor, role);
CREATE INDEX keys_by_text ON keys (text, since, until);
CREATE VIRTUAL TABLE words USING fts5(claim_words, names, tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO words(rowid, claim_words, names) VALUES (1, 'Lavrov met Le Drian in Paris
Paris', 'Sergei Lavrov
Sergei Lavrov
Lavrov
Jean-Yves Le Drian
Jean-Yves Le Drian
Le Drian
Ministers talk
Riverside Gazette');
INSERT INTO words(rowid, claim_words, names) VALUES (2, 'We oppose chemical weapons,
Syria', 'Sergei Lavrov
Sergei Lavrov
Lavrov
Jean-Yves Le Drian
Jean-Yves Le Drian
Le Drian
Ministers talk
Riverside Gazette');
INSERT INTO words(rowid, claim_words, names) VALUES (3, 'Lavrov
holds_office
foreign minister of Russia', 'Sergei Lavrov
Sergei Lavrov
Lavrov
Ministers talk
Riverside Gazette');
INSERT INTO words(rowid, claim_words, names) VALUES (4, 'Le Drian hosted Lavrov
Paris', 'Sergei Lavrov
Sergei Lavrov
Lavrov
Jean-Yves Le Drian
Jean-Yves Le Drian
Le Drian');
INSERT INTO words(rowid, claim_words, names) VALUES (5, 'Russia accused France of delay.', 'France
France
Paris
Russia
Russia
Moscow');
