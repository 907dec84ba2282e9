<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>move %n rules</source>
        <translation>
            <numerusform>move %n rule</numerusform>
            <numerusform>move %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n rules</source>
        <translation>
            <numerusform>remove %n rule</numerusform>
            <numerusform>remove %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectEffect</name>
    <message numerus="yes">
        <source>%n rule(s) use it.</source>
        <translation>
            <numerusform>%n rule uses it.</numerusform>
            <numerusform>%n rules use it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It hands out data ports %1, %n port(s) for the whole server.</source>
        <translation>
            <numerusform>It hands out data ports %1, %n port for the whole server.</numerusform>
            <numerusform>It hands out data ports %1, %n ports for the whole server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepts connections at %1 with %2. %n rule(s) name it.</source>
        <translation>
            <numerusform>Accepts connections at %1 with %2. %n rule names it.</numerusform>
            <numerusform>Accepts connections at %1 with %2. %n rules name it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoreText</name>
    <message numerus="yes">
        <source>There are %n more problems.</source>
        <translation>
            <numerusform>There is %n more problem.</numerusform>
            <numerusform>There are %n more problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problems are not listed.</source>
        <translation>
            <numerusform>%n more problem is not listed.</numerusform>
            <numerusform>%n more problems are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart, ends %n sessions</source>
        <translation>
            <numerusform>Restart, ends %n session</numerusform>
            <numerusform>Restart, ends %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n change(s) not applied</source>
        <translation>
            <numerusform>%n change not applied</numerusform>
            <numerusform>%n changes not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) connected</source>
        <translation>
            <numerusform>%1 of %n node connected</numerusform>
            <numerusform>%1 of %n nodes connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running, %n session(s)</source>
        <translation>
            <numerusform>%1 running, %n session</numerusform>
            <numerusform>%1 running, %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ferry::ui::UnappliedBar</name>
    <message numerus="yes">
        <source>%n change(s) not applied. The gateways still run what was there before.</source>
        <translation>
            <numerusform>%n change not applied. The gateways still run what was there before.</numerusform>
            <numerusform>%n changes not applied. The gateways still run what was there before.</numerusform>
        </translation>
    </message>
</context>
</TS>
