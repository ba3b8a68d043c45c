@echo off
rem Starts the workbench. Options go to Eclipse: -data FOLDER chooses the workspace.
set ORT_DISABLE_TELEMETRY=1
set JAVA=javaw
if defined JAVA_HOME set JAVA=%JAVA_HOME%\bin\javaw
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%f
start "" "%JAVA%" -Xmx2g %ADIT_JAVA_OPTIONS% -jar "%LAUNCHER%" -name "Bioclipse ADiT" %*
