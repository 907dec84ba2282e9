<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New rule set</source>
        <translation>&amp;Neuer Regelsatz</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Publish FTP server…</source>
        <translation>FTP-Server &amp;veröffentlichen …</translation>
    </message>
    <message>
        <source>&amp;Edit rule…</source>
        <translation>Regel &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Switch rule &amp;on or off</source>
        <translation>Regel &amp;ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Switch &amp;filter on or off</source>
        <translation>&amp;Filter ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Filter &amp;settings…</source>
        <translation>Filter-&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Passive range…</source>
        <translation>&amp;Passiver Portbereich …</translation>
    </message>
    <message>
        <source>E&amp;xternal address…</source>
        <translation>E&amp;xterne Adresse …</translation>
    </message>
    <message>
        <source>&amp;Customize protocol definition</source>
        <translation>Protokolldefinition &amp;anpassen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Review and apply…</source>
        <translation>Prüfen und an&amp;wenden …</translation>
    </message>
    <message>
        <source>&amp;Discard changes not applied</source>
        <translation>Nicht angewendete Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Restart FTP ser&amp;vice</source>
        <translation>FTP-&amp;Dienst neu starten</translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation>Verbindung &amp;testen …</translation>
    </message>
    <message>
        <source>Ask the nodes a&amp;gain</source>
        <translation>Knoten &amp;erneut fragen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>FTP services</source>
        <translation>FTP-Dienste</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Live-Protokoll</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Befunde</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Pause the log</source>
        <translation>Protokoll &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Empty the log view</source>
        <translation>Protokollansicht &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Keys and words</source>
        <translation>&amp;Tasten und Wörter</translation>
    </message>
    <message>
        <source>&amp;About Ferrygate</source>
        <translation>Ü&amp;ber Ferrygate</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>The address was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IPv4 or IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 203.0.113.1 or 2001:db8::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no prefix length from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a network such as 198.51.100.0/24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has bits set behind its prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1/%2 for the network, or the address alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentEndpoint</name>
    <message>
        <source>The agent&apos;s address was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host and a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as gw-1.example.net:7521 or 203.0.113.1:7521.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientIdentity</name>
    <message>
        <source>No agent can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an identity with &quot;ferryctl enroll init&quot;, or name its directory with --identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no usable PEM data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again with &quot;ferryctl enroll&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>%1 answered &quot;%2&quot; instead of a greeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted the connection but sent no greeting. The gateway may not reach the FTP server, or implicit TLS is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before a greeting. The gateway does not reach the FTP server, or no rule lets this client in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer: packets are dropped on the way, or the machine is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there. Apply the rule, or start the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended after AUTH TLS without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is what an FTP filter in the way says to AUTH TLS; the server never saw it. Let the filter pass AUTH TLS, or switch it off for this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered &quot;%1&quot;: it offers no TLS. Switch TLS on at the server, or publish the site without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server showed another key than the pinned one (%1). Someone may sit in between, or the certificate was renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not accepted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before the login was answered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the server wants TLS before a login. Publish the site with explicit TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the server does not take anonymous logins. Give a user and a password for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: user %2 could not log in. Check name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before %1 was answered: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is not possible here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>227 sends clients to %1, but they came to %2: the external address is not set at the server, or the filter cannot rewrite it because the session is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was the answer to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the data connection to %2 did not come to stand with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data connection to %1 was not answered: the port is not published, so %2 hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data connection to %1 was refused: the gateway does not publish this port. The server hands out a port that nobody opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>rule %1 on %2</source>
        <translation>Regel %1 auf %2</translation>
    </message>
    <message>
        <source>No longer published at %1</source>
        <translation>Nicht mehr veröffentlicht unter %1</translation>
    </message>
    <message>
        <source>Evaluated last</source>
        <translation>Wird zuletzt ausgewertet</translation>
    </message>
    <message>
        <source>Evaluated before %1</source>
        <translation>Wird vor %1 ausgewertet</translation>
    </message>
    <message>
        <source>Managed from now on, with %1</source>
        <translation>Ab jetzt verwaltet, mit %1</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Zertifikat %1</translation>
    </message>
    <message>
        <source>Engine %1 instead of %2</source>
        <translation>Engine %1 statt %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>certificate</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Certificate %1 instead of %2</source>
        <translation>Zertifikat %1 statt %2</translation>
    </message>
    <message>
        <source>Managed from now on, %1</source>
        <translation>Ab jetzt verwaltet, %1</translation>
    </message>
    <message>
        <source>Not managed any more; publishes nothing</source>
        <translation>Nicht mehr verwaltet; veröffentlicht nichts</translation>
    </message>
    <message>
        <source>Not managed any more; keeps its present settings</source>
        <translation>Nicht mehr verwaltet; behält seine jetzigen Einstellungen</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>The name is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name holds a line break or another control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The idle time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of sessions per client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The banner holds a line break or another control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the banner on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in the rule set any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is built in, and built-in protocol definitions are read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customize it: the rule then uses a copy that you can edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have no inbound primary connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the control port as an inbound primary connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of its sites are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each site a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site &quot;%1&quot; has no port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its site &quot;%1&quot; is published by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the rule publish something else first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deny AUTH TLS on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relay AUTH TLS on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminate TLS on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch filter on on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch filter off on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change TLS to the server on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the command policy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the data modes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the external address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the engine of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the external addresses of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the certificate of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1 and the rules that use only it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id %1 is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>move %n rules</source>
        <translation>
            <numerusform>%n Regel verschieben</numerusform>
            <numerusform>%n Regeln verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>describe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the primary connections of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the secondary connections of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bind the FTP filter to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the FTP filter off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customize a protocol definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (custom%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them use something else first, or remove them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the protocol of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the gateways of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the listener of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the server of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change who may use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch log on for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch log off for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the reason for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>remove %n rules</source>
        <translation>
            <numerusform>%n Regel entfernen</numerusform>
            <numerusform>%n Regeln entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>duplicate a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the passive range of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change TLS of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1 and the rules that publish it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>The host and port were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host and a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them as in gw-1.example:7521 or [2001:db8::1]:7521.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnumNames</name>
    <message>
        <source>&quot;%1&quot; is none of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty frame came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame of %1 bytes was announced; %2 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hello</name>
    <message>
        <source>The connection was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller speaks wire versions %1 to %2, the agent %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program that called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the agent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Id</name>
    <message>
        <source>The id was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An id is 1 to 64 characters of a-z, 0-9, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;, starts with a letter or digit, and holds no &quot;..&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonDecoder</name>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the same version of Ferrygate on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was expected, and %2 was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time such as 2026-01-31T12:00:00.000Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObjectEffect</name>
    <message>
        <source>%1 inbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The gateway accepts %1 on its own account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for a session that asked, it opens %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP filter is bound to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is bound to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) use it.</source>
        <translation>
            <numerusform>%n Regel benutzt es.</numerusform>
            <numerusform>%n Regeln benutzen es.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is built in and cannot be edited; Customize makes a copy that can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, managed by the agent at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It hands out data ports %1, %n port(s) for the whole server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It hands out any free port for data connections, so no gateway can publish them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site %1 tells clients its own address, %2, for data connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change here is active only after a restart, which ends its sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accepts connections at %1 with %2. %n rule(s) name it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no external address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>off, switched off by this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off, its protocol binds none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrites 227</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same client only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Per client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server hands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pki</name>
    <message>
        <source>The certificate was not issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority&apos;s key does not belong to its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters, no control characters and no blanks at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither an address nor a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address such as 192.0.2.1, without a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing request was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing request does not prove that its key is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in the request is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an EC P-256 key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate&apos;s hash was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL says: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolment token was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole line that &quot;ferryctl enroll token&quot; printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing request was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, or look at the folder&apos;s permissions, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an existing file that you may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others than its owner may read or change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it mode 0600.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>none</source>
        <comment>ports</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>any network</source>
        <translation>jedes Netz</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>kein TLS</translation>
    </message>
    <message>
        <source>explicit TLS</source>
        <translation>explizites TLS</translation>
    </message>
    <message>
        <source>implicit TLS</source>
        <translation>implizites TLS</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>durchlassen</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>beenden und prüfen</translation>
    </message>
    <message>
        <source>the same as the client&apos;s</source>
        <translation>wie beim Client</translation>
    </message>
    <message>
        <source>clear text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>TLS required</source>
        <translation>TLS erforderlich</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Upload only</source>
        <translation>Nur hochladen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <comment>a name in quotation marks</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Plan only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortRange</name>
    <message>
        <source>The ports were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a TCP port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the lower port first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port or a range of ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port such as 21, or a range such as 5000-5003.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbeRun</name>
    <message>
        <source>port %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, valid until %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTH TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPSV and LIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RETR by EPSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV and LIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RETR by PASV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOR and DELE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrived with other bytes: SHA-256 %2 instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, SHA-256 %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stored and deleted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stored; it stays there, because the server answered &quot;%2&quot; to DELE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered (&quot;%1&quot;); clients use PASV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPSV is not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIST failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule&apos;s command policy keeps RETR out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login directory holds no file to read; name one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published without TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule lets active data connections through only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASV is for IPv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no upload directory was named</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtocolDefinition</name>
    <message>
        <source>FTP Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP and explicit FTPS on port 21. The FTP filter opens the data ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS Server (implicit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTPS with TLS from the first byte on port 990, the practice before RFC 4217.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCode</name>
    <message>
        <source>The connection was closed in an orderly way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two sides reset the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway ended the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No publishing rule allows the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit on sessions or pending connections was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection came from a network that may not use the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet belonged to no known connection and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RpcMessage</name>
    <message>
        <source>The message was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not JSON: %1 at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not JSON-RPC 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its params are not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither a request nor a notification nor a response.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleEffect</name>
    <message>
        <source>Clients on any network</source>
        <translation>Clients in jedem Netz</translation>
    </message>
    <message>
        <source>Clients from %1</source>
        <translation>Clients aus %1</translation>
    </message>
    <message>
        <source>, with explicit TLS (AUTH TLS)</source>
        <translation>, mit explizitem TLS (AUTH TLS)</translation>
    </message>
    <message>
        <source>, with TLS from the first byte</source>
        <translation>, mit TLS vom ersten Byte an</translation>
    </message>
    <message>
        <source>, without encryption</source>
        <translation>, ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>The filter is off: the gateway relays the control connection and does not read it.</source>
        <translation>Der Filter ist aus: Das Gateway leitet die Steuerverbindung weiter und liest sie nicht.</translation>
    </message>
    <message>
        <source>The filter is on and answers AUTH TLS with 550, so only plain FTP gets through.</source>
        <translation>Der Filter ist an und beantwortet AUTH TLS mit 550; nur unverschlüsseltes FTP kommt durch.</translation>
    </message>
    <message>
        <source>The filter is on and lets AUTH TLS pass; after it the gateway cannot read the connection.</source>
        <translation>Der Filter ist an und lässt AUTH TLS durch; danach kann das Gateway die Verbindung nicht mehr lesen.</translation>
    </message>
    <message>
        <source>The filter is on; TLS ends at the gateway, is inspected there and goes on to the server.</source>
        <translation>Der Filter ist an; TLS endet am Gateway, wird dort geprüft und geht weiter zum Server.</translation>
    </message>
    <message>
        <source>Data connections use ports %1 of the gateway, or ports that the filter opens for them.</source>
        <translation>Datenverbindungen benutzen die Ports %1 des Gateways oder Ports, die der Filter für sie öffnet.</translation>
    </message>
    <message>
        <source>Data connections use ports %1 of the gateway.</source>
        <translation>Datenverbindungen benutzen die Ports %1 des Gateways.</translation>
    </message>
    <message>
        <source>Data ports are opened one by one, only for the session that asked.</source>
        <translation>Datenports werden einzeln geöffnet, nur für die Sitzung, die darum bat.</translation>
    </message>
    <message>
        <source>No data ports are published.</source>
        <translation>Es sind keine Datenports veröffentlicht.</translation>
    </message>
    <message>
        <source>Clients can fetch files and change nothing.</source>
        <translation>Clients können Dateien holen und nichts ändern.</translation>
    </message>
    <message>
        <source>Clients can bring files and fetch none.</source>
        <translation>Clients können Dateien bringen und keine holen.</translation>
    </message>
    <message>
        <source>A command policy of its own applies.</source>
        <translation>Es gilt eine eigene Befehlsregelung.</translation>
    </message>
    <message>
        <source>This rule is switched off and publishes nothing. Switched on, it means:</source>
        <translation>Diese Regel ist ausgeschaltet und veröffentlicht nichts. Eingeschaltet bedeutet sie:</translation>
    </message>
    <message>
        <source>%1 reach %2 at %3, port %4%5.</source>
        <translation>%1 erreichen %2 unter %3, Port %4%5.</translation>
    </message>
    <message>
        <source>Connections are not logged.</source>
        <translation>Verbindungen werden nicht protokolliert.</translation>
    </message>
</context>
<context>
    <name>RuleStates</name>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Abgewichen</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>none</source>
        <comment>commands</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>AUTH TLS: %1 instead of %2</source>
        <translation>AUTH TLS: %1 statt %2</translation>
    </message>
    <message>
        <source>TLS to the server: %1 instead of %2</source>
        <translation>TLS zum Server: %1 statt %2</translation>
    </message>
    <message>
        <source>Command policy %1 instead of %2</source>
        <translation>Befehlsregelung %1 statt %2</translation>
    </message>
    <message>
        <source>Allowed commands: %1 instead of %2</source>
        <translation>Erlaubte Befehle: %1 statt %2</translation>
    </message>
    <message>
        <source>Denied commands: %1 instead of %2</source>
        <translation>Verbotene Befehle: %1 statt %2</translation>
    </message>
    <message>
        <source>Passive data connections allowed</source>
        <translation>Passive Datenverbindungen erlaubt</translation>
    </message>
    <message>
        <source>Passive data connections not allowed</source>
        <translation>Passive Datenverbindungen nicht erlaubt</translation>
    </message>
    <message>
        <source>Active data connections allowed</source>
        <translation>Aktive Datenverbindungen erlaubt</translation>
    </message>
    <message>
        <source>Active data connections not allowed</source>
        <translation>Aktive Datenverbindungen nicht erlaubt</translation>
    </message>
    <message>
        <source>External address written into 227</source>
        <translation>Externe Adresse wird in 227 geschrieben</translation>
    </message>
    <message>
        <source>Address in 227 left as the server sends it</source>
        <translation>Adresse in 227 bleibt, wie der Server sie sendet</translation>
    </message>
    <message>
        <source>Data connections only from the address of the control connection</source>
        <translation>Datenverbindungen nur von der Adresse der Steuerverbindung</translation>
    </message>
    <message>
        <source>Data connections from any address</source>
        <translation>Datenverbindungen von jeder Adresse</translation>
    </message>
    <message>
        <source>Longest command line %1 bytes instead of %2</source>
        <translation>Längste Befehlszeile %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>Idle limit %1 instead of %2</source>
        <translation>Leerlaufgrenze %1 statt %2</translation>
    </message>
    <message>
        <source>Login limit %1 instead of %2</source>
        <translation>Anmeldegrenze %1 statt %2</translation>
    </message>
    <message>
        <source>Sessions: %1 instead of %2</source>
        <translation>Sitzungen: %1 statt %2</translation>
    </message>
    <message>
        <source>Sessions a client: %1 instead of %2</source>
        <translation>Sitzungen je Client: %1 statt %2</translation>
    </message>
    <message>
        <source>Banner of the server itself</source>
        <translation>Begrüßung des Servers selbst</translation>
    </message>
    <message>
        <source>Banner %1</source>
        <translation>Begrüßung %1</translation>
    </message>
    <message>
        <source>Publishes %1 at %2</source>
        <translation>Veröffentlicht %1 unter %2</translation>
    </message>
    <message>
        <source>, with ports %1</source>
        <translation>, mit den Ports %1</translation>
    </message>
    <message>
        <source>, filter on, AUTH TLS: %1</source>
        <translation>, Filter an, AUTH TLS: %1</translation>
    </message>
    <message>
        <source>, filter off</source>
        <translation>, Filter aus</translation>
    </message>
    <message>
        <source>, for clients on %1</source>
        <translation>, für Clients in %1</translation>
    </message>
    <message>
        <source>Name %1 instead of %2</source>
        <translation>Name %1 statt %2</translation>
    </message>
    <message>
        <source>Listener %1 instead of %2</source>
        <translation>Listener %1 statt %2</translation>
    </message>
    <message>
        <source>Published server %1 instead of %2</source>
        <translation>Veröffentlichter Server %1 statt %2</translation>
    </message>
    <message>
        <source>Server with %1 instead of %2</source>
        <translation>Server mit %1 statt %2</translation>
    </message>
    <message>
        <source>Published data ports: %1 instead of %2</source>
        <translation>Veröffentlichte Datenports: %1 statt %2</translation>
    </message>
    <message>
        <source>Data ports of the filter: %1 instead of %2</source>
        <translation>Datenports des Filters: %1 statt %2</translation>
    </message>
    <message>
        <source>External address %1 instead of %2</source>
        <translation>Externe Adresse %1 statt %2</translation>
    </message>
    <message>
        <source>Clients on %1 instead of %2</source>
        <translation>Clients in %1 statt %2</translation>
    </message>
    <message>
        <source>Filter on</source>
        <translation>Filter an</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filter aus</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>Protokoll an</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>Protokoll aus</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>none</source>
        <comment>external address</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Site %1: %2, %3</source>
        <translation>Site %1: %2, %3</translation>
    </message>
    <message>
        <source>, external address %1</source>
        <translation>, externe Adresse %1</translation>
    </message>
    <message>
        <source>Site %1: address %2 instead of %3</source>
        <translation>Site %1: Adresse %2 statt %3</translation>
    </message>
    <message>
        <source>Site %1: %2 instead of %3</source>
        <translation>Site %1: %2 statt %3</translation>
    </message>
    <message>
        <source>Site %1: external address %2 instead of %3</source>
        <translation>Site %1: externe Adresse %2 statt %3</translation>
    </message>
    <message>
        <source>Passive range %1</source>
        <translation>Passiver Portbereich %1</translation>
    </message>
    <message>
        <source>Software %1 instead of %2</source>
        <translation>Software %1 statt %2</translation>
    </message>
    <message>
        <source>Configuration file %1 instead of %2</source>
        <translation>Konfigurationsdatei %1 statt %2</translation>
    </message>
    <message>
        <source>Service unit %1 instead of %2</source>
        <translation>Diensteinheit %1 statt %2</translation>
    </message>
    <message>
        <source>Passive range %1 instead of %2</source>
        <translation>Passiver Portbereich %1 statt %2</translation>
    </message>
    <message>
        <source>Passive range %1 instead of any port</source>
        <translation>Passiver Portbereich %1 statt beliebiger Ports</translation>
    </message>
    <message>
        <source>Passive range not managed any more; it was %1</source>
        <translation>Passiver Portbereich nicht mehr verwaltet; er war %1</translation>
    </message>
    <message>
        <source>Site %1 not managed any more</source>
        <translation>Site %1 nicht mehr verwaltet</translation>
    </message>
    <message>
        <source>Order of the sites</source>
        <translation>Reihenfolge der Sites</translation>
    </message>
</context>
<context>
    <name>StatePill</name>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Abgewichen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>StoreText</name>
    <message>
        <source>There is no protocol definition &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gateway &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no FTP service &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FTP service &quot;%1&quot; has no site &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it, or name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; stands here twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;%1&quot; is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma stands behind the last value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a field in quotes is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;:&quot; is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something stands behind the end of the rule set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break or another control character stands in a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the text with a quotation mark, or write the character as \n or \u00XX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backslash is not followed by one of &quot; \ / b f n r t or u with four hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write \\ for a backslash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of a character stands here: a \uD800 to \uDFFF without its other half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number as JSON writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits alone, such as 21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write notes into a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are %n more problems.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The rule set was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more problems are not listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>an address, or an object with an address for each gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another site of this service is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each site a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is %1, where %2 is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1, or leave the field out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has more than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds the control character U+%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something that people recognize.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number in that range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the form of ports in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an absolute path without &quot;..&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole path, such as /etc/vsftpd.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a service unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name such as vsftpd.service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an FTP command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in capitals, such as RETR or SITE CHMOD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has more than %1 elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value stands in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 overlaps %2, another primary connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose ports that do not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither a site of an FTP service nor an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;service&quot; and &quot;site&quot;, or &quot;address&quot; and, if it is not 21, &quot;port&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a rule set of Ferrygate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the file&apos;s name and permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule set was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in the rule set: reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file would not hold the same rule set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report this defect, with what you changed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else has changed the file since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name, or open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or choose another folder; what was in the file before is unharmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a built-in protocol definition, which no file can change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is taken by an object further up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format is &quot;%1&quot;, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written by a newer Ferrygate: it has version %1, and this one reads version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Ferrygate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a rule set: it does not say &quot;format&quot;: &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with a byte order mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Initiated Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed Connection Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restart, ends %n sessions</source>
        <translation>
            <numerusform>Neustart, beendet %n Sitzung</numerusform>
            <numerusform>Neustart, beendet %n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FTP filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>The listener was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address and a port, such as 203.0.113.1:21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up / down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>implicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 outbound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::RpcPeer</name>
    <message>
        <source>The connection ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side closed it in the middle of a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side closed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was closed on this side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side fell silent for %1 s in the middle of a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not answered in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; got no reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the agent&apos;s log, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request id %1 came twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests are waiting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for their replies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply came to the request %1, which was never made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::AgentClient</name>
    <message>
        <source>The agent at %1 was not reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer within %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the machine is up and the port is not filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate was not accepted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll the agent with this console&apos;s authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether ferrygate-agent runs there and the address is right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::Deployer</name>
    <message>
        <source>Nothing was applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Apply is under way here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm it or roll it back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every node has to take part, so that nothing is applied by halves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs as the rule set has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new configuration runs, but the test from the outside failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert it, or keep it and cure the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every node was confirmed; those go back by themselves. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old configuration comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not confirmed in time, so the nodes go back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply again, and keep it in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::Rollout</name>
    <message>
        <source>%1 restarted in %2 ms, pid %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another node refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not come up with the new configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good configuration runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not reached for the rollback and goes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::backend::Verifier</name>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ferry::ui::AddressEdit</name>
    <message>
        <source>203.0.113.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Write an IPv4 or IPv6 address.</source>
        <translation>Schreiben Sie eine IPv4- oder IPv6-Adresse.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::FindingCard</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>ferry::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Nothing found. The checks run after every edit.</source>
        <translation>Nichts gefunden. Geprüft wird nach jeder Bearbeitung.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Select a row to read what it means and what was found.</source>
        <translation>Wählen Sie eine Zeile, um zu lesen, was sie bedeutet und was gefunden wurde.</translation>
    </message>
    <message>
        <source>No line of this rule was seen yet.</source>
        <translation>Von dieser Regel wurde noch keine Zeile gesehen.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::MessageStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ferry::ui::NavigationList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>FTP services</source>
        <translation>FTP-Dienste</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Live-Protokoll</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>ferry::ui::NetworksEdit</name>
    <message>
        <source>Any network</source>
        <translation>Jedes Netz</translation>
    </message>
    <message>
        <source>Source networks</source>
        <translation>Quellnetze</translation>
    </message>
</context>
<context>
    <name>ferry::ui::PortRangeEdit</name>
    <message>
        <source>5000–5003</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a port, or the first and the last of a range.</source>
        <translation>Schreiben Sie einen Port oder den ersten und letzten eines Bereichs.</translation>
    </message>
    <message>
        <source>One port is needed here, not a range.</source>
        <translation>Hier wird ein Port gebraucht, kein Bereich.</translation>
    </message>
</context>
<context>
    <name>ferry::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>ferry::ui::StatusLine</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Everything applied</source>
        <translation>Alles angewendet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet</numerusform>
            <numerusform>%n Änderungen nicht angewendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) connected</source>
        <translation>
            <numerusform>%1 von %n Knoten verbunden</numerusform>
            <numerusform>%1 von %n Knoten verbunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 connected, %2 ms</source>
        <translation>%1 verbunden, %2 ms</translation>
    </message>
    <message>
        <source>%1 connecting</source>
        <translation>%1 wird verbunden</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>%1 nicht erreicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 running, %n session(s)</source>
        <translation>
            <numerusform>%1 läuft, %n Sitzung</numerusform>
            <numerusform>%1 läuft, %n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 angehalten</translation>
    </message>
</context>
<context>
    <name>ferry::ui::TableView</name>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
</context>
<context>
    <name>ferry::ui::ToggleDelegate</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>ferry::ui::UnappliedBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and apply…</source>
        <translation>Prüfen und anwenden …</translation>
    </message>
    <message>
        <source>Goes back to what runs. Undo brings the changes back.</source>
        <translation>Kehrt zurück zu dem, was läuft. Rückgängig bringt die Änderungen wieder.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied. The gateways still run what was there before.</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet. Auf den Gateways läuft noch, was vorher da war.</numerusform>
            <numerusform>%n Änderungen nicht angewendet. Auf den Gateways läuft noch, was vorher da war.</numerusform>
        </translation>
    </message>
</context>
</TS>
