@echo off
rem Starts the workbench. Options go to Eclipse: -data FOLDER chooses the workspace. ADIT_JAVA_OPTIONS go to Java.
setlocal
set JAVA=javaw
if defined JAVA_HOME set JAVA=%JAVA_HOME%\bin\javaw
where /q javaw
if errorlevel 1 if not defined JAVA_HOME (
  echo bioclipse-adit: Java 17 or newer is needed, and no javaw was found in PATH. Install one, or set JAVA_HOME to it.
  pause
  exit /b 2
)
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%f
start "" "%JAVA%" -Xmx2g %ADIT_JAVA_OPTIONS% -jar "%LAUNCHER%" -name "Bioclipse ADiT" %*
